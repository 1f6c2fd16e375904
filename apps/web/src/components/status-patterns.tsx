/** The fills of the map: each status has its own pattern as well as its colour. */
export function StatusPatterns() {
  return (
    <defs>
      <pattern id="fill-grantedInPart" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" fill="#cfe3f5" />
        <rect width="2.4" height="8" fill="#5c93c9" />
      </pattern>
      <pattern id="fill-refused" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="#8a4a10" />
        <path d="M0 0h7M0 0v7" stroke="#c98a4b" strokeWidth="1.6" />
      </pattern>
      <pattern id="fill-lapsed" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="#e6e6e6" />
        <circle cx="3.5" cy="3.5" r="1.3" fill="#71767a" />
      </pattern>
      <pattern id="fill-withdrawn" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#e9dcf7" />
        <rect width="8" height="2.4" fill="#8168b3" />
      </pattern>
    </defs>
  );
}
