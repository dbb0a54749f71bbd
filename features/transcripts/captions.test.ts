import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseCaptions } from './captions';
import vectors from './captions.vectors.json';

test.each(vectors)('$id', ({ input, expected }) => {
  expect(parseCaptions(input)).toEqual(expected);
});

describe('captions', () => {
  it('are read from SBV', () => {
    const sbv = '0:00:01.000,0:00:03.500\nWelcome,\neveryone.\n\n0:01:00.000,0:01:02.000\nGoodbye.\n';
    expect(parseCaptions(sbv)).toEqual({
      format: 'sbv',
      cues: [
        { start: 1000, end: 3500, speaker: null, text: 'Welcome, everyone.' },
        { start: 60_000, end: 62_000, speaker: null, text: 'Goodbye.' },
      ],
      paragraphs: [
        { start: 1000, speaker: null, text: 'Welcome, everyone.' },
        { start: 60_000, speaker: null, text: 'Goodbye.' },
      ],
    });
  });

  it('are read after a byte order mark, past 99 hours and without empty lines', () => {
    const srt = '\uFEFF1\n100:00:01,000 --> 100:00:02,000\none\n2\n100:00:02,000 --> 100:00:03,000\ntwo';
    expect(texts(srt)).toEqual(['one', 'two']);
    expect(parseCaptions(srt).format).toBe('srt');
  });

  it('lose the lines that roll, as YouTube writes them', () => {
    const vtt = [
      'WEBVTT\nKind: captions\n\n00:00:00.160 --> 00:00:02.389 align:start position:0%\n \nhello<00:00:00.500><c> all</c>',
      '00:00:02.389 --> 00:00:02.399\nhello all\n ',
      '00:00:02.399 --> 00:00:05.000\nhello all\nwelcome<00:00:03.000><c> back</c>',
    ].join('\n\n');
    expect(texts(vtt)).toEqual(['hello all', 'welcome back']);
  });

  it('keep what is said twice', () => {
    expect(texts('00:01,000 --> 00:02,000\nYes.\n\n00:02,000 --> 00:03,000\nYes.')).toEqual(['Yes.', 'Yes.']);
  });

  it('part the voices of one cue', () => {
    const { cues } = parseCaptions(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ana &amp; Jo>Hi</v> all <v Ben>Hello',
    );
    expect(cues.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Ana & Jo', 'Hi'],
      [null, 'all'],
      ['Ben', 'Hello'],
    ]);
  });

  it('lose markup, not comparisons, and decode once', () => {
    const srt =
      '00:01,000 --> 00:02,000\n{\\an8}<font color="red">1 < 2 & 3 > 2</font> &amp;lt;b&#62; &#x41; &bogus;';
    expect(texts(srt)).toEqual(['1 < 2 & 3 > 2 &lt;b> A &bogus;']);
  });

  it('leave out what has no readable time, and its text', () => {
    expect(texts('00:01,000 --> 00:02,000\none\n\n00:99,000 --> 00:02,000\nlost\n\nlost too')).toEqual([
      'one',
    ]);
    expect(texts('00:01,000 --> 00:02,000\nout\n\nof line\n\n7\n00:02,000 --> 00:03,000\ntwo')).toEqual([
      'out of line',
      'two',
    ]);
  });

  it('begin a paragraph at a pause and where one grows long', () => {
    const cue = (second: number, text: string) =>
      `${stamp(second * 1000)} --> ${stamp(second * 1000 + 1000)}\n${text}`;
    const long = `${'word '.repeat(110)}end.`;
    const { paragraphs } = parseCaptions([cue(0, 'a'), cue(1, long), cue(2, 'b'), cue(9, 'c')].join('\n\n'));
    expect(paragraphs).toEqual([
      { start: 0, speaker: null, text: `a ${long}` },
      { start: 2000, speaker: null, text: 'b' },
      { start: 9000, speaker: null, text: 'c' },
    ]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'WEBVTT',
    '\n',
    '\r\n',
    '\n\n',
    'NOTE',
    '00:00:01,000',
    '00:02.000',
    ' --> ',
    ',',
    '<v Ana>',
    '</v>',
    '<',
    '&#0;',
    '&#x110000;',
    '12',
    'word ',
  );
  const shaped = fc
    .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 5 })))
    .map((parts) => parts.join(''));

  it('is read without throwing, into cues in order with a text of one line', () => {
    fc.assert(
      fc.property(fc.oneof(shaped, fc.string({ unit: 'binary' })), (text) => {
        const { cues, paragraphs } = parseCaptions(text);
        for (const [index, { start, end, text }] of cues.entries()) {
          expect(start).toBeGreaterThanOrEqual(cues[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(text).toMatch(/^\S[^\r\n]*$/);
        }
        const spoken = cues.map((cue) => cue.text).join(' ');
        const read = paragraphs.map((each) => (typeof each === 'string' ? each : each.text)).join(' ');
        if (cues.length > 0) expect(read).toBe(spoken);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['<v ', '<v', '<a', '{\\', '&#', ' ', '1:', '<'])(
    'made of %j alone is read without backtracking',
    (piece) => {
      const started = performance.now();
      parseCaptions(`00:01.000 --> 00:02.000\n<v${piece.repeat(100_000)}`);
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );

  it('of captions is read back with its times', () => {
    const cue = fc.record({
      pause: fc.integer({ min: 200, max: 9000 }),
      length: fc.integer({ min: 1, max: 9000 }),
    });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1 }), (lengths) => {
        let clock = 0;
        const cues = lengths.map(({ pause, length }, index) => {
          const start = clock + pause;
          clock = start + length;
          return { start, end: clock, speaker: null, text: `said ${index}` };
        });
        const srt = cues.map(
          ({ start, end, text }, index) => `${index + 1}\n${stamp(start)} --> ${stamp(end)}\n${text}\n`,
        );
        expect(parseCaptions(srt.join('\n')).cues).toEqual(cues);
      }),
    );
  });
});

function texts(captions: string): string[] {
  return parseCaptions(captions).cues.map((cue) => cue.text);
}

/** `00:01:02,003` */
function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 23).replace('.', ',');
}
