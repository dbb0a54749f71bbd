export { providerAnswerRoute as GET } from '@/features/staff/routes';
