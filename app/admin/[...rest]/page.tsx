import { notFound } from 'next/navigation';
import { requirePerson } from '@/auth/guards';

/** An address below /admin that leads nowhere: said by a page of staff. */
export default async function UnknownPage() {
  await requirePerson();
  notFound();
}
