export interface Step {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/** The way through the page, and the whole course in six lines. */
export function CourseNav({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <nav className="course-nav" aria-labelledby="course-nav-title">
      <h2 id="course-nav-title">The course, step by step</h2>
      <ol>
        {steps.map(({ id, title, summary }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <strong>{title}</strong>
              <span>{summary}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
