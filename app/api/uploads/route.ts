export { receiveUploadRoute as POST } from '@/features/uploads/routes';
