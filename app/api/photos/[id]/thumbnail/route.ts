export { sendThumbnailRoute as GET } from '@/features/photos/routes';
