import type { ReactNode } from 'react';
import { inPlace } from '@/components/ui/in-place';
import { Photo, type ShownUse } from '@/features/photos/photo';
import { publishedPhoto } from '@/features/photos/queries';
import { topicsByIds } from '@/features/topics/queries';
import { photoAddress } from '@/lib/addresses';
import { directionOf } from '@/lib/direction';
import type { Block, Inline, LinkTarget, Mark, TextTree } from '@/lib/text-tree';
import { plainText } from '@/lib/text-tree';
import { resourceReference } from './queries';

type Figures = ({ id: number } & ShownUse)[];

/** A text tree as elements. Its headings begin below the page's own. */
export function Text({ tree, figures }: { tree: TextTree; figures: Figures }) {
  return <Blocks blocks={tree.content} figures={figures} />;
}

type AnyBlock = Block | { type: 'listItem'; content: AnyBlock[] };

function Blocks({ blocks, figures }: { blocks: AnyBlock[]; figures: Figures }): ReactNode {
  return inPlace(blocks, (block) => <OneBlock block={block} figures={figures} />);
}

function OneBlock({ block, figures }: { block: AnyBlock; figures: Figures }) {
  const within = (
    <Blocks blocks={'content' in block ? (block.content as AnyBlock[]) : []} figures={figures} />
  );
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir={directionOf(inlineText(block.content))}>
          <Inlines content={block.content} />
        </p>
      );
    case 'heading': {
      const Level = `h${block.attrs.level}` as const;
      return (
        <Level dir={directionOf(inlineText(block.content))}>
          <Inlines content={block.content} />
        </Level>
      );
    }
    case 'bulletList':
      return <ul>{within}</ul>;
    case 'orderedList':
      return <ol>{within}</ol>;
    case 'listItem':
      return <li dir={directionOf(plainText(block))}>{loneParagraph(block.content) ?? within}</li>;
    case 'blockquote':
      return <blockquote dir={directionOf(plainText(block))}>{within}</blockquote>;
    case 'callout':
      return (
        <div className={`callout callout-${block.attrs.tone}`}>
          <p>
            <strong>{block.attrs.title ?? toneNames[block.attrs.tone]}</strong>
          </p>
          {within}
        </div>
      );
    case 'figure': {
      const use = figures.find(({ id }) => id === block.attrs.useId);
      return use ? <Photo use={use} sizes="(min-width: 48rem) 62ch, 92vw" /> : null;
    }
    case 'table':
      return <Table table={block} />;
    case 'video':
      return <Video video={block.attrs} />;
  }
}

const toneNames = { note: 'Note', tip: 'Tip', warning: 'Take care' } as const;

/** An item that is one paragraph needs no paragraph's distance. */
function loneParagraph(content: AnyBlock[]): ReactNode | null {
  const [only, ...others] = content;
  return only?.type === 'paragraph' && others.length === 0 ? <Inlines content={only.content} /> : null;
}

function Table({ table }: { table: Extract<Block, { type: 'table' }> }) {
  const [head, ...rows] = table.content;
  const label = (head?.content ?? []).map((cell) => plainText(cell)).join(', ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keyboards must reach it (WCAG 2.1.1)
    <section className="table-region" aria-label={`Table: ${label}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {inPlace(head?.content ?? [], (cell) => (
              <Cell cell={cell} scope="col" />
            ))}
          </tr>
        </thead>
        <tbody>
          {inPlace(rows, (row) => (
            <tr>
              {inPlace(row.content, (cell) => (
                <Cell cell={cell} scope="row" />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type TableCell = Extract<Block, { type: 'table' }>['content'][number]['content'][number];

function Cell({ cell, scope }: { cell: TableCell; scope: 'col' | 'row' }) {
  const within = loneParagraph(cell.content) ?? <Blocks blocks={cell.content} figures={[]} />;
  // The corner above row headers heads nothing.
  const heads = cell.type === 'tableHeader' && plainText(cell) !== '';
  return heads ? <th scope={scope}>{within}</th> : <td>{within}</td>;
}

const videoSites = {
  youtube: { name: 'YouTube', address: (id: string) => `https://www.youtube.com/watch?v=${id}` },
  vimeo: { name: 'Vimeo', address: (id: string) => `https://vimeo.com/${id}` },
} as const;

/** Until a visitor starts it, nothing is asked of the video's site. */
export function Video({
  video,
}: {
  video: { provider: keyof typeof videoSites; videoId: string; title: string };
}) {
  const site = videoSites[video.provider];
  return (
    <video-facade data-provider={video.provider} data-id={video.videoId} data-title={video.title}>
      <a className="button" href={site.address(video.videoId)}>
        Watch “{video.title}” on {site.name}
      </a>
      <span className="meta mt-1 block">Starting it contacts {site.name}, under its own rules.</span>
    </video-facade>
  );
}

function Inlines({ content = [] }: { content?: Inline[] | undefined }): ReactNode {
  return inPlace(content, (node) =>
    node.type === 'hardBreak' ? <br /> : <Marked text={node.text} marks={node.marks ?? []} />,
  );
}

function Marked({ text, marks }: { text: string; marks: Mark[] }): ReactNode {
  const [mark, ...inner] = marks;
  if (!mark) return text;
  const within = <Marked text={text} marks={inner} />;
  if (mark.type === 'bold') return <strong>{within}</strong>;
  if (mark.type === 'italic') return <em>{within}</em>;
  return <TextLink target={mark.attrs}>{within}</TextLink>;
}

/** A link whose goal visitors cannot see is text. */
async function TextLink({ target, children }: { target: LinkTarget; children: ReactNode }) {
  const href = await addressFor(target);
  return href ? <a href={href}>{children}</a> : children;
}

async function addressFor(target: LinkTarget): Promise<string | undefined> {
  if ('href' in target) return target.href;
  if ('photoId' in target)
    return (await publishedPhoto(target.photoId)) ? photoAddress(target.photoId) : undefined;
  if ('topicId' in target) return (await topicsByIds([target.topicId]))[0]?.address;
  return (await resourceReference(target.resourceId))?.address;
}

const inlineText = (content: Inline[] = []) =>
  content.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
