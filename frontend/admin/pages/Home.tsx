import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { useTranslation } from 'react-i18next';

const Home = () => {
  const { t } = useTranslation();
  return <Page title={t('home.title')}>{null}</Page>;
};
export default Home;
