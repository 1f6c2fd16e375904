import { useSyncExternalStore } from 'react';

/** Whether the page is as wide as a media query says. */
export const useWide = (query: string): boolean =>
  useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => window.matchMedia(query).matches,
  );
