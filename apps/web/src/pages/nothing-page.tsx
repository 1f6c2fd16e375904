import { Link } from '../components/link.tsx';
import { PageShell } from '../components/page-shell.tsx';

export function NothingPage({ path }: { readonly path: string }) {
  return (
    <PageShell title="No such page">
      <div className="page-width waiting">
        <h1>There is no such page</h1>
        <p>
          Muster has no page at <code>{path}</code>.
        </p>
        <p>
          <Link to="/">See all requests</Link>
        </p>
      </div>
    </PageShell>
  );
}
