export { sendUploadRoute as GET } from '@/features/uploads/routes';
