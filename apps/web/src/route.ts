import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'requests' }
  | { readonly page: 'request'; readonly requestId: string }
  | { readonly page: 'administration' }
  | { readonly page: 'nothing'; readonly path: string };

export function routeOf(path: string): Route {
  if (path === '/' || path === '/requests' || path === '/requests/') return { page: 'requests' };
  if (/^\/administration\/?$/.test(path)) return { page: 'administration' };
  const requestId = /^\/requests\/([^/]+)\/?$/.exec(path)?.[1];
  return requestId ? { page: 'request', requestId: decoded(requestId) } : { page: 'nothing', path };
}

/** A percent sign alone is no fault of the page: the text is then taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const moved = 'muster-moved';

export function goTo(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event(moved));
}

function onMove(tell: () => void): () => void {
  window.addEventListener('popstate', tell);
  window.addEventListener(moved, tell);
  return () => {
    window.removeEventListener('popstate', tell);
    window.removeEventListener(moved, tell);
  };
}

/** The path of the address, without what follows `#`. */
export const usePath = (): string => useSyncExternalStore(onMove, () => location.pathname);
