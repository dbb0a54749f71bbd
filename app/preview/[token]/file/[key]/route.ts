export { sharedFileRoute as GET } from '@/features/revisions/visitor-routes';
