import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ from: number, to: number, speaker: string, text: string }} Cue in seconds */

const longest = 39;

// flite's free voices; who is not named here speaks with slt.
/** @type {Record<string, string>} */
const voices = {
  'Kofi Mensah': 'rms',
  'David Lindqvist': 'rms',
  'Tomáš Vrba': 'rms',
  'Samuel Oyelaran': 'awb',
};

/**
 * The opening of a talk as it is captioned: so its transcript serves as the recording's captions.
 * @param {string} vtt
 * @returns {Cue[]}
 */
export function excerpt(vtt) {
  const cues = vtt.matchAll(/([\d:.]+) --> ([\d:.]+)\n<v ([^>]+)>((?:.+\n?)+)/g);
  return Array.from(cues, ([, from = '', to = '', speaker = '', text = '']) => {
    return { from: seconds(from), to: seconds(to), speaker, text };
  }).filter(({ to }) => to <= longest);
}

/** @param {string} time */
function seconds(time) {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/**
 * Slides (0.png, 1.png … in the folder) shown one after another while the cues are spoken, as VP9 and Opus.
 * @param {{ path: string, title: string, folder: string, cues: Cue[], slides: number }} recording
 */
export async function record({ path, title, folder, cues, slides }) {
  const end = (cues.at(-1)?.to ?? 0) + 0.8;
  await writeFile(join(folder, 'list.txt'), slideTimes(slides, cues[1]?.to ?? 0, end));
  const spoken = cues.map((cue, i) => speak(cue, join(folder, `${i}.wav`)));

  const delays = cues.map(
    ({ from }, i) => `[${i + 1}]aresample=48000,adelay=${Math.round(from * 1000)}[a${i}]`,
  );
  const all = cues.map((_, i) => `[a${i}]`).join('');
  const sound = `${all}amix=${cues.length}:normalize=0,apad=whole_dur=${end},loudnorm=I=-19[a]`;
  // Frames throughout and a key frame every five seconds, so that a player can seek; and the paper keeps its colour.
  const picture = '[0:v]fps=5,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v]';
  run('ffmpeg', [
    ...words('-v error -y -f concat -i'),
    join(folder, 'list.txt'),
    ...spoken.flatMap((wav) => ['-i', wav]),
    '-filter_complex',
    [picture, ...delays, sound].join(';'),
    ...words('-map [v] -c:v libvpx-vp9 -b:v 0 -crf 36 -g 25'),
    ...words('-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv'),
    ...words('-map [a] -c:a libopus -b:a 32k -ac 1 -ar 48000 -metadata:s:a language=eng'),
    '-metadata',
    `title=${title} (demonstration recording)`,
    '-t',
    String(end),
    path,
  ]);
}

/**
 * The title stays for the first two sentences, the other slides share what is left.
 * @param {number} slides @param {number} first @param {number} end
 */
function slideTimes(slides, first, end) {
  const times = Array.from({ length: slides }, (_, i) => (i ? (end - first) / (slides - 1) : first));
  const list = times.map((time, i) => `file ${i}.png\nduration ${time.toFixed(3)}\n`);
  // The last slide is named twice, because ffmpeg's concat ignores the last duration.
  return `${list.join('')}file ${slides - 1}.png\n`;
}

/**
 * Spoken twice: the first time tells how far to stretch it, so that it ends with its caption.
 * @param {Cue} cue @param {string} wav
 */
function speak({ from, to, speaker, text }, wav) {
  // flite reads ASCII.
  const ascii = text.replace(/\s+/g, ' ').normalize('NFD').replace(/\p{M}/gu, '');
  const say = (/** @type {number} */ stretch) => {
    const voice = ['-voice', voices[speaker] ?? 'slt', '--setf', `duration_stretch=${stretch.toFixed(3)}`];
    run('flite', [...voice, '-t', ascii, '-o', wav]);
  };
  say(1);
  const length = Number(
    run('ffprobe', [...words('-v error -show_entries format=duration -of csv=p=0'), wav]),
  );
  say(Math.min(1.25, (to - from - 0.1) / length));
  return wav;
}

/** @param {string} options */
function words(options) {
  return options.split(' ');
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
