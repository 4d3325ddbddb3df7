import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** The inline style of Kit's own route announcer (kit/src/runtime/components/root.svelte): the only one a page carries. */
const ANNOUNCER_STYLE =
  'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';

const announcerHash = `sha256-${createHash('sha256').update(ANNOUNCER_STYLE).digest('base64')}` as const;

const SERVER = 'http://127.0.0.1:3001';

export default defineConfig({
  plugins: [
    sveltekit({
      // With a prefix, a stray HOST or BODY_SIZE_LIMIT in the environment cannot change how the pages are served.
      adapter: adapter({ envPrefix: 'CYFRAN_PAGES_' }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'worker-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', announcerHash],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          // hooks.server.ts adds the socket of this very host: older WebKit does not read 'self' as covering ws:.
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'object-src': ['none'],
          'require-trusted-types-for': ['script'],
          'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'cyfran-worker'],
        },
      },
    }),
  ],
  server: {
    port: 3000,
    strictPort: true,
    proxy: {
      '/socket.io': { target: SERVER, ws: true },
      '/healthz': SERVER,
      '/join': SERVER,
      '/lang': SERVER,
      '/api': { target: SERVER, changeOrigin: false },
    },
  },
});
