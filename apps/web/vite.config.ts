import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** HiGHS asks Node for a module where it runs in Node; in a browser that is never reached, and here it is nothing. */
const withoutNode = (): Plugin => ({
  name: 'muster:without-node',
  enforce: 'pre',
  resolveId: (id) => (id === 'node:module' ? '\0nothing' : undefined),
  load: (id) => (id === '\0nothing' ? 'export {};' : undefined),
});

export default defineConfig(({ command }) => {
  // A test that builds runs with NODE_ENV=test, and would leave React's slow development build to be served.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react()],
    worker: { format: 'es', plugins: () => [withoutNode()] },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Fonts stay files: the server's content policy allows none inside the style sheet.
      assetsInlineLimit: (file: string) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
      // How long plugins took is no warning to whoever starts Muster.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:4600', '/log': 'http://127.0.0.1:4600' } },
  };
});
