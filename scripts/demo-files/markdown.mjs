import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/**
 * Markdown with tables and tasks to HTML for print. It refuses what it does not know, rather than lose it.
 * @param {string} markdown
 * @returns {{ title: string, body: string }} the text of the first heading, and all of it
 */
export function printed(markdown) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const heading = tree.children.find((node) => node.type === 'heading');
  if (!heading) throw new Error('A document begins with its title.');
  return { title: plain(heading), body: tree.children.map(block).join('\n') };
}

/** @param {import('mdast').Nodes} node @returns {string} */
function block(node) {
  switch (node.type) {
    case 'heading':
      return `<h${node.depth}>${inline(node)}</h${node.depth}>`;
    case 'paragraph':
      return `<p>${inline(node)}</p>`;
    case 'blockquote':
      return `<blockquote>${node.children.map(block).join('')}</blockquote>`;
    case 'list': {
      const name = node.ordered ? 'ol' : 'ul';
      return `<${name}${node.ordered && node.start !== 1 ? ` start="${node.start}"` : ''}>${node.children.map(item).join('')}</${name}>`;
    }
    case 'table':
      return table(node);
    case 'thematicBreak':
      return '<hr>';
    default:
      throw new Error(`No way to print a ${node.type}`);
  }
}

/** @param {import('mdast').ListItem} node */
function item(node) {
  const content = node.children.map((child) =>
    child.type === 'paragraph' && !node.spread ? inline(child) : block(child),
  );
  const text = content.join('');
  const task = /^(<p>)?\[([ x])\] /.exec(text);
  if (!task) return `<li>${text}</li>`;
  const box = `<span class="box" role="img" aria-label="${task[2] === 'x' ? 'Checked' : 'To check'}"></span>`;
  return `<li class="task">${box}<div>${(task[1] ?? '') + text.slice(task[0].length)}</div></li>`;
}

/** @param {import('mdast').Table} node */
function table({ children: [head, ...rows] }) {
  const names = head?.children.map((node) => `<th scope="col">${inline(node)}</th>`) ?? [];
  const body = rows.map(({ children }) => {
    const toFill = children.some((node) => !node.children.length) ? ' class="fill"' : '';
    return `<tr${toFill}>${children.map((node) => `<td>${inline(node)}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${names.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** @param {{ children: import('mdast').PhrasingContent[] }} node @returns {string} */
function inline(node) {
  return node.children.map(phrase).join('');
}

/** @param {import('mdast').PhrasingContent} node @returns {string} */
function phrase(node) {
  switch (node.type) {
    case 'text':
      return escaped(node.value).replace(
        /https?:\/\/[^\s<]*[^\s<.,;:)]/g,
        (url) => `<a href="${url}">${url}</a>`,
      );
    case 'strong':
      return `<strong>${inline(node)}</strong>`;
    case 'emphasis':
      return `<em>${inline(node)}</em>`;
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'link':
      return `<a href="${escaped(node.url)}">${inline(node)}</a>`;
    case 'break':
      return '<br>';
    default:
      throw new Error(`No way to print a ${node.type}`);
  }
}

/** @param {import('mdast').Nodes} node @returns {string} */
function plain(node) {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
