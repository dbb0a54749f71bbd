export { pictureRoute as GET } from '@/features/revisions/routes';
