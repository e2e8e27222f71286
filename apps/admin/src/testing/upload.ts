/** What was sent as the body of a request. */
export interface SentFile {
  readonly path: string;
  readonly name: string;
}

/** Stands in for the network of uploads: answers each as told, first to last, and remembers what was sent. */
export function stubUploads(...answers: readonly { readonly status: number; readonly body?: object }[]): SentFile[] {
  const sent: SentFile[] = [];
  class Upload {
    status = 0;
    responseText = '';
    readonly upload: { onprogress: ((event: object) => void) | null } = { onprogress: null };
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    private path = '';

    open(_method: string, path: string) {
      this.path = path;
    }

    setRequestHeader() {}

    send(file: File) {
      const { status, body = {} } = answers[sent.length] ?? { status: 201 };
      sent.push({ path: this.path, name: file.name });
      this.upload.onprogress?.({ loaded: 1, total: 2, lengthComputable: true });
      Object.assign(this, { status, responseText: JSON.stringify(body) });
      queueMicrotask(() => (status === 0 ? this.onerror?.() : this.onload?.()));
    }
  }
  globalThis.XMLHttpRequest = Upload as unknown as typeof XMLHttpRequest;
  return sent;
}
