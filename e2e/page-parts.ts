import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export type PageParts = Record<
  'text' | 'links' | 'pictures' | 'metadata' | 'data' | 'forms' | 'islands' | 'framework',
  string[]
>;

/** What a page is to its readers, to search engines and to scripts: each part in the order of the document. */
export function partsOf(html: string): PageParts {
  const page = parse(html);
  const elements = elementsOf(page);
  const head = elements.filter(({ tagName }) => ['title', 'meta', 'link', 'base', 'html'].includes(tagName));
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  const ofFramework = (one: Element) => isFramework(one) || isPreload(one);
  return {
    text: textsOf(page),
    links: named(elements, ['a', 'area']).map((one) => `${tagOf(one)}${textsOf(one).join('')}`),
    pictures: named(elements, ['img', 'source', 'svg', 'video', 'audio', 'track', 'iframe']).map(tagOf),
    metadata: head.filter((one) => !isPreload(one)).map((one) => tagOf(one) + titleOf(one)),
    data: scripts.filter(isData).map((one) => serialize(one)),
    forms: named(elements, [
      'form',
      'fieldset',
      'label',
      'input',
      'select',
      'option',
      'textarea',
      'button',
    ]).map((one) => `${tagOf(one)}${textsOf(one).join('')}`),
    islands: [
      ...scripts.filter(isIsland).map(tagOf),
      ...elements.filter(({ tagName }) => tagName.includes('-')).map(tagOf),
    ],
    framework: elements.filter(ofFramework).map(tagOf),
  };
}

/**
 * A page of Next's with these known things of the framework's left out. A script of another kind stays and shows: one
 * that brings content to its place, above all, for then readers without scripts would wait for it.
 */
export const withoutKnown = (html: string) =>
  frameworks.reduce((left, pattern) => left.replace(pattern, ''), html);

function elementsOf(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

const named = (elements: Element[], names: string[]) =>
  elements.filter(({ tagName }) => names.includes(tagName));

/** `<a href="/news">` */
const tagOf = ({ tagName, attrs }: Element) =>
  `<${tagName}${attrs.map(({ name, value }) => ` ${name}="${value}"`).join('')}>`;

function textsOf(node: Node): string[] {
  if ('value' in node) return node.value.trim() ? [node.value] : [];
  if ('tagName' in node && isUnseen(node)) return [];
  return 'childNodes' in node ? node.childNodes.flatMap(textsOf) : [];
}

const isUnseen = (element: Element) =>
  ['head', 'script', 'style', 'template'].includes(element.tagName) ||
  attribute(element, 'hidden') !== undefined;

const titleOf = (element: Element) => (element.tagName === 'title' ? serialize(element) : '');
const isData = (element: Element) => attribute(element, 'type') === 'application/ld+json';
const isIsland = (element: Element) => attribute(element, 'src')?.startsWith('/islands/') ?? false;
const isFramework = (element: Element) =>
  element.tagName === 'script' && !isData(element) && !isIsland(element);
const isPreload = (element: Element) =>
  element.tagName === 'link' &&
  (attribute(element, 'as') === 'script' || attribute(element, 'rel') === 'modulepreload');

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

/** The framework's scripts, their preloads and its data, as they are written. */
const frameworks = [
  /<link rel="preload" as="script" fetchPriority="low" href="\/_next\/static\/[^"]+"\/>/g,
  /<script src="\/_next\/static\/[^"]+" (async|noModule)=""><\/script>/g,
  /<script id="_R_">\(globalThis\["TURBOPACK"\].*?<\/script>/gs,
  /<script>(self\.__next_f|\(self\.__next_f=self\.__next_f\|\|\[\]\))\.push\(.*?<\/script>/gs,
];
