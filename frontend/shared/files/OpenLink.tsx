import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../problem/text.ts';

/** Opens a file by a link that is asked for when needed, because it is valid for minutes only. */
export const OpenLink = ({ path, link }: { path: string; link: () => Promise<{ url: string }> }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = async () => {
    try {
      const { url } = await link();
      window.open(url, '_blank', 'noopener');
    } catch (error) {
      message.error(problemText(error, t), 8);
    }
  };
  return (
    <Button type="link" size="small" className="ga-file-link" onClick={() => void open()}>
      {path}
    </Button>
  );
};
