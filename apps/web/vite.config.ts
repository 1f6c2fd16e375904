import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // A test that builds runs with NODE_ENV=test, and would leave React's slow development build to be served.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Fonts stay files: the server's content policy allows none inside the style sheet.
      assetsInlineLimit: (file: string) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
    },
    server: { proxy: { '/api': 'http://127.0.0.1:4600' } },
  };
});
