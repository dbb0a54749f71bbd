/** What a file may not say, for it is of one machine or nobody else’s business. */
const leaks = [
  { what: 'a path of one machine', sign: /(?<![\w.:/-])\/(home|Users|root|mnt|workspaces?)\/[\w.-]+/ },
  { what: 'a path of one machine', sign: /\b[A-Z]:\\+Users\\/ },
  { what: 'a private key', sign: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  {
    what: 'a token',
    sign: /\b(gh[pousr]_|github_pat_|glpat-|xox[abp]-|npm_)\w{20,}|\bAKIA[0-9A-Z]{16}\b|\bsk-[\w-]{24,}/,
  },
];
/** Who installs decides where packages come from; the lock file says which they are. */
const registry = /"resolved": "https?:|^\s*(@[\w-]+:)?registry\s*=|_authToken|https?:\/\/registry\./m;

/**
 * Nothing in the repository belongs to one machine, and nothing is secret.
 * @type {import('./source.mjs').Rule}
 */
export const noLeaks = (sources) =>
  sources.flatMap(({ file, text }) => [
    ...leaks
      .filter(({ sign }) => sign.test(text))
      .map(({ what, sign }) => `${file}: ${what}: ${sign.exec(text)?.[0].slice(0, 30)}`),
    ...(text.includes(`${process.cwd()}/`) ? [`${file}: a path of this machine`] : []),
    ...(/(^|\/)(package-lock\.json|\.npmrc)$/.test(file) && registry.test(text)
      ? [`${file}: names a registry`]
      : []),
  ]);
