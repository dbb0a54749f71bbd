import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * A public page without the framework's scripts, their preloads and its data: such pages need none of them, and a
 * framework that takes over a page that islands have improved would put it back. All else stays byte for byte.
 */
export function withoutFramework(html: string): string {
  const cuts = framework(parse(html, { sourceCodeLocationInfo: true })).map(
    ({ sourceCodeLocation }) => sourceCodeLocation,
  );
  let kept = '';
  let from = 0;
  for (const cut of cuts) {
    if (!cut) continue;
    kept += html.slice(from, cut.startOffset);
    from = cut.endOffset;
  }
  return kept + html.slice(from);
}

/** In the order of the document. */
function framework(node: Node): Element[] {
  if ('tagName' in node && isFramework(node)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap(framework) : [];
}

function isFramework(element: Element): boolean {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  if (element.tagName === 'link') return attribute('as') === 'script' || attribute('rel') === 'modulepreload';
  if (element.tagName !== 'script') return false;
  return attribute('type') !== 'application/ld+json' && !attribute('src')?.startsWith('/islands/');
}
