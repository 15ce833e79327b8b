import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/** Libraries that change seldom and that every page needs, kept apart so that they stay in the reader's cache. */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
  { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[a-z-]+)[\\/]/ },
];

/** The Vite configuration of a site: a static build in `dist`, one chunk per page. */
export const siteBuild = (site: string): UserConfig => ({
  root: fileURLToPath(new URL(`../${site}/`, import.meta.url)),
  base: '/',
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups }, strictExecutionOrder: true } },
  },
});
