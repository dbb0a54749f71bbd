export { receivePhotoRoute as POST } from '@/features/photos/routes';
