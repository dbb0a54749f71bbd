export { startProviderRoute as POST } from '@/features/staff/routes';
