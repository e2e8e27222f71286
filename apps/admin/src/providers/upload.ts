import { ApiError, fromGraphQL } from './apiError';

interface Sending {
  readonly path: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
}

function answerOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A refusal over plain HTTP has the same facts as one of GraphQL. */
function refusalOf(request: XMLHttpRequest): ApiError {
  const answer = answerOf(request);
  if (!isRecord(answer)) return new ApiError('', { code: request.status >= 502 ? 'UNAVAILABLE' : 'INTERNAL' });
  return fromGraphQL({ message: answer['message'], extensions: answer });
}

/**
 * Sends a file as the body of a request. `fetch` does not tell how far it has come; this does.
 * @returns the answer's JSON
 * @throws ApiError as `request` does
 */
export function upload({ path, file, onProgress }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('x-headwater-csrf', '1');
    // What the type really is the API finds in the bytes.
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => onProgress(lengthComputable ? loaded / total : 0);
    request.onerror = () => reject(new ApiError('', { code: 'NETWORK' }));
    request.onload = () => (request.status < 300 ? resolve(answerOf(request)) : reject(refusalOf(request)));
    request.send(file);
  });
}
