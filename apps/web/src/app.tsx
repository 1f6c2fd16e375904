import { useEffect, useRef } from 'react';
import { AdministrationPage } from './pages/administration-page.tsx';
import { NothingPage } from './pages/nothing-page.tsx';
import { RequestPage } from './pages/request-page.tsx';
import { RequestsPage } from './pages/requests-page.tsx';
import { routeOf, usePath } from './route.ts';

export function App() {
  const path = usePath();
  const first = useRef(true);
  // A new page begins at its top, and the keyboard with it; the first one is the browser's own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new path is a new page
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById('main-content')?.focus({ preventScroll: true });
  }, [path]);

  const route = routeOf(path);
  if (route.page === 'requests') return <RequestsPage />;
  if (route.page === 'request') return <RequestPage key={route.requestId} requestId={route.requestId} />;
  if (route.page === 'administration') return <AdministrationPage />;
  return <NothingPage path={route.path} />;
}
