export { receivePhotoFileRoute as POST } from '@/features/photos/routes';
