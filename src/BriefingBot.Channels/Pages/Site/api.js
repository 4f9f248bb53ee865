import { events } from './events.js';

/** What went wrong, in words for a reader. */
export class ApiError extends Error {
  /** @param {number} status 0 where the server cannot be reached. @param {number} retryAfter Seconds; 0 where the server named none. */
  constructor(title, detail, status, retryAfter = 0) {
    super(detail);
    this.title = title;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The API of one server, which may be that of another site. */
export class Api {
  #base;
  #headers;

  /** @param {string} base Without a slash at its end. @param {string} [key] An API key, where the server asks for one. */
  constructor(base = '', key = null) {
    this.#base = base;
    this.#headers = key ? { Authorization: `Bearer ${key}` } : {};
  }

  /** The events of an answer; throws an ApiError for the server's `error`, and for an answer that breaks off. */
  async *ask(request, signal) {
    const response = await this.#fetch('/api/ask', { method: 'POST', body: JSON.stringify(request), signal, headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' } });
    let isWhole = false;
    try {
      for await (const event of events(response.body)) {
        if (event.name === 'error') throw new ApiError(event.data.title, event.data.detail, event.data.status);
        isWhole ||= event.name === 'done';
        yield event;
      }
    } catch (failure) {
      throw failure instanceof ApiError || failure.name === 'AbortError' ? failure : brokenOff();
    }
    if (!isWhole) throw brokenOff();
  }

  get = async (path, signal) => (await this.#fetch(path, { signal, headers: { Accept: 'application/json' } })).json();

  async post(path, body) {
    await this.#fetch(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  }

  async #fetch(path, options) {
    let response;
    try {
      response = await fetch(this.#base + path, { ...options, credentials: 'omit', headers: { ...options.headers, ...this.#headers } });
    } catch (failure) {
      if (failure.name === 'AbortError') throw failure;
      throw navigator.onLine
        ? new ApiError('The server cannot be reached', 'It may be restarting. Try again in a moment.', 0)
        : new ApiError('You are offline', 'Try again once you are connected; nothing you asked is lost.', 0);
    }
    if (response.ok) return response;
    throw await problemOf(response);
  }
}

async function problemOf(response) {
  const retryAfter = Number(response.headers.get('Retry-After')) || 0;
  const problem = await response.json().catch(() => ({}));
  if (response.status === 429) {
    const wait = retryAfter > 0 ? `Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.` : 'Try again in a moment.';
    return new ApiError('Too many questions at once', wait, 429, retryAfter);
  }
  return new ApiError(problem.title ?? 'The server refused', problem.detail ?? `It answered ${response.status}.`, response.status, retryAfter);
}

const brokenOff = () => new ApiError('The answer broke off', 'The connection to the server was lost. Ask again.', 0);

/** Where an article stands on this site. @param {{start: number, end: number}} [span] Highlighted there. */
export const articlePath = (id, span = null) => `/articles/${idPath(id)}${span ? `#q=${span.start}-${span.end}` : ''}`;

// The slashes of an id stay, as it is mostly a path; a browser would take away parts that are empty or dots.
function idPath(id) {
  const parts = id.split('/');
  return parts.some(part => part === '' || part === '.' || part === '..') ? encodeURIComponent(id) : parts.map(encodeURIComponent).join('/');
}
