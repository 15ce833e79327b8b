import { siteBuild } from '@geoarchive/frontend-shared/vite.ts';

export default siteBuild('admin');
