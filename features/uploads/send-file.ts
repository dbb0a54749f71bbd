type Sending = {
  /** Where it goes, as the body of a POST. */
  address: string;
  file: File;
  onProgress: (sent: number) => void;
  signal: AbortSignal;
};
/** `id` names what is there already, where the refusal is about that. */
export type FileAnswer<Done> = { done: Done } | { refused: { sentence: string; id?: number } } | 'cancelled';

/** Sends a file by XMLHttpRequest, since `fetch` does not say how far it is. */
export function sendFile<Done>({ address, file, onProgress, signal }: Sending): Promise<FileAnswer<Done>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(/\p{Cs}/gu, '')));
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve(answerOf<Done>(request));
    request.onerror = () => resolve({ refused: { sentence: noAnswer } });
    request.onabort = () => resolve('cancelled');
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function answerOf<Done>({ status, responseText }: XMLHttpRequest): FileAnswer<Done> {
  const said = parsed(responseText);
  if (status === 200 && said) return { done: said as Done };
  const sentence = typeof said?.sentence === 'string' ? said.sentence : plainAnswers[status];
  const id = typeof said?.id === 'number' ? { id: said.id } : {};
  return { refused: { sentence: sentence ?? noAnswer, ...id } };
}

function parsed(text: string): { sentence?: unknown; id?: unknown } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const noAnswer = 'The server did not answer. Choose the file again in a minute.';
const plainAnswers: Record<number, string> = {
  401: 'You are no longer signed in. Sign in in another tab, then choose the file again.',
  403: 'You may not do this.',
  404: 'What this file belongs to is no longer there.',
};
