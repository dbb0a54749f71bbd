import { licenceLongName } from './licences';

/** Those that a text is likely to be under; each key with its long name. */
export const listedLicences: { key: string; name: string }[] = [
  'cc/by/4.0',
  'cc/by-sa/4.0',
  'cc/by-nd/4.0',
  'cc/by-nc/4.0',
  'cc/by-nc-sa/4.0',
  'cc/by-nc-nd/4.0',
  'cc0/1.0',
  'pd',
].map((key) => ({ key, name: licenceLongName(key) ?? key }));
