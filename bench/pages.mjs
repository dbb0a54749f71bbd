/** The pages that are measured, one of each sort and each with pictures or a recording where its sort has them. */
export const PAGES = [
  { name: 'home', path: '/' },
  { name: 'topic', path: '/topics/partnerships' },
  { name: 'story', path: '/news/library-as-a-social-assistance-office' },
  { name: 'webinar', path: '/webinars/oral-history-on-a-phone' },
];

export const TOPIC = '/topics/partnerships';
