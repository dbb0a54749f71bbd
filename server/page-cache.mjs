import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { changeCount, changedSince, expire, noteShown } from '../lib/freshness.mjs';

/**
 * Next's own cache of pages and reads, but what counts as old is decided by lib/freshness.mjs: an entry is as old as
 * the moment its making began, not when it was stored. So a page that was being rendered from rows that changed
 * meanwhile is never kept. Entries that were there before this process began count from its start.
 */
const FileSystemCache =
  /** @type {typeof fileSystemCache} */ (/** @type {{ default?: unknown }} */ (fileSystemCache).default) ??
  fileSystemCache;

/** @typedef {import('next/dist/server/lib/incremental-cache').CacheHandlerValue['value']} Value */

/** Changes counted when the making of an entry began, and of the entry that is stored. */
const making = /** @type {Map<string, number>} */ (new Map());
const made = /** @type {Map<string, number>} */ (new Map());

export default class PageCache extends FileSystemCache {
  /** @override @param {Parameters<InstanceType<typeof FileSystemCache>['get']>} args */
  async get(...args) {
    const [key, context] = args;
    const entry = await super.get(...args);
    const tags = entry ? tagsOf(entry, context) : [];
    if (entry && !changedSince(tags, made.get(key) ?? 0)) {
      if (isPage(entry.value)) noteShown(pathOf(key), tags);
      return entry;
    }
    if (!making.has(key)) making.set(key, changeCount());
    return null;
  }

  /** @override @param {Parameters<InstanceType<typeof FileSystemCache>['set']>} args */
  async set(...args) {
    const [key, value] = args;
    if (isPage(value)) noteShown(pathOf(key), tagsIn(value));
    made.set(key, making.get(key) ?? made.get(key) ?? 0);
    making.delete(key);
    await super.set(...args);
  }

  /** @override @param {string | string[]} tags */
  async revalidateTag(tags) {
    await expire([tags].flat());
  }
}

/**
 * A page's tags were stored in a header, those of a read are asked for.
 * @param {import('next/dist/server/lib/incremental-cache').CacheHandlerValue} entry
 * @param {Parameters<InstanceType<typeof FileSystemCache>['get']>[1]} context
 */
function tagsOf({ value }, context) {
  return [
    ...tagsIn(value),
    ...(('tags' in context && context.tags) || []),
    ...((value && 'tags' in value && value.tags) || []),
  ];
}

/** @param {Value} value */
function tagsIn(value) {
  const header = value && 'headers' in value ? value.headers?.['x-next-cache-tags'] : undefined;
  return header ? String(header).split(',') : [];
}

/** @param {Value} value */
const isPage = (value) => value?.kind === 'APP_PAGE' || value?.kind === 'APP_ROUTE';

/** A page's key is its path, or ends with it behind `/$`; that of the home page is `/index`. @param {string} key */
function pathOf(key) {
  const path = key.replace(/^.*\/\$(?=\/)/, '');
  return path === '/index' ? '/' : path;
}
