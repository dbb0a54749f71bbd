// What an editor of another copy of the site does, in a process of its own: DATABASE_URL says whose.
import { closeDatabase } from '@/db/client';
import { publishStory } from './acts';

const [topic = '', title = ''] = process.argv.slice(2);
const story = await publishStory(topic, { title });
console.log(JSON.stringify({ id: story.id, address: story.address }));
await closeDatabase();
