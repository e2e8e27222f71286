import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:3000';

/** Libraries change seldom and pages often, so a release lets browsers keep what did not change. */
const libraries = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
  { name: 'mui', test: /node_modules[\\/](@mui|@emotion|@popperjs)[\\/]/ },
  { name: 'react-admin', test: /node_modules[\\/](ra-core|ra-ui-materialui|react-admin|react-hook-form|@tanstack)[\\/]/ },
];

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      ...Object.fromEntries(
        ['/bills', '/exports', '/photos', '/price-cards', '/healthz', '/readyz', '/metrics'].map((path) => [path, api]),
      ),
      '/graphql': { target: api, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    sourcemap: 'hidden',
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
});
