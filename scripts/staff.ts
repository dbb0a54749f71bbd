import { z } from 'zod';
import { closeDatabase } from '@/db/client';
import { Invitation, MailAddress, Role } from '@/features/staff/input';
import { changeRole, disableStaff, enableStaff, inviteStaff, linkFor } from '@/features/staff/mutations';
import { allStaff } from '@/features/staff/queries';
import { env } from '@/lib/env';

const usage = `npm run staff                              lists everybody
npm run staff invite MAIL ROLE NAME        puts somebody on the list; ROLE is contributor, editor or admin
npm run staff role MAIL ROLE               changes what somebody may do
npm run staff disable MAIL                 signs somebody out and keeps them out
npm run staff enable MAIL                  lets them in again
npm run staff link MAIL                    prints a link that signs them in, good for an hour`;

const byId = null;
const [verb = 'list', ...args] = process.argv.slice(2);

try {
  console.log(await act(verb, args));
} catch (error) {
  const message =
    error instanceof z.ZodError
      ? error.issues.map((issue) => issue.message).join(' ')
      : String((error as Error).message);
  console.error(message);
  process.exitCode = 1;
}
await closeDatabase();

async function act(what: string, [mail = '', second = '', ...rest]: string[]): Promise<string> {
  switch (what) {
    case 'list':
      return list();
    case 'invite': {
      const invitation = Invitation.parse({ mail, role: second, name: rest.join(' ') });
      await inviteStaff({ ...invitation, byId });
      return `${invitation.name} is on the list. The invitation leaves by mail while the site runs.`;
    }
    case 'role': {
      const { id, name } = await personAt(mail);
      const role = Role.parse(second);
      await changeRole(id, role, { byId });
      return `${name} is ${role} now.`;
    }
    case 'disable': {
      const { id, name } = await personAt(mail);
      await disableStaff(id, { byId });
      return `${name} is disabled and signed out.`;
    }
    case 'enable': {
      const { id, name } = await personAt(mail);
      await enableStaff(id, { byId });
      return `${name} may sign in again.`;
    }
    case 'link':
      return `${env().SITE_URL}/sign-in/${await linkFor(MailAddress.parse(mail), { minutes: 60 })}`;
    default:
      throw new Error(usage);
  }
}

async function list(): Promise<string> {
  const people = await allStaff();
  if (people.length === 0) return 'Nobody is on the staff list. npm start prints a link for the first admin.';
  return people
    .map(({ name, mail, role, disabledAt }) =>
      [mail, role, name, disabledAt && '(disabled)'].filter(Boolean).join('  '),
    )
    .join('\n');
}

async function personAt(mail: string) {
  const address = MailAddress.parse(mail);
  const person = (await allStaff()).find((one) => one.mail === address);
  if (!person) throw new Error(`Nobody with the mail address ${address} is on the staff list.`);
  return person;
}
