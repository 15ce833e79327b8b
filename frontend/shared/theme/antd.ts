import { type ThemeConfig, theme } from 'antd';
import { dark, light } from './palette.ts';

export type Mode = 'light' | 'dark';

const sans =
  "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

/** Quiet grounds for messages by day; the library's own are greyed by our paper tone. */
const pale = {
  colorPrimaryBg: '#e6f0ed',
  colorPrimaryBgHover: '#d7e7e3',
  colorErrorBg: '#fbefec',
  colorErrorBorder: '#dfb3ad',
  colorWarningBg: '#fbf4e3',
  colorWarningBorder: '#dcc48c',
  colorSuccessBg: '#eef5ec',
  colorSuccessBorder: '#b3cfb2',
  colorInfoBg: '#eaf3f1',
  colorInfoBorder: '#aeccc7',
};

const deep = { colorPrimaryBg: '#1d3532', colorPrimaryBgHover: '#24423e' };

/** The component library's theme for a mode: our palette, small radii, dense tables for staff. */
export const antdTheme = (mode: Mode, calm: boolean): ThemeConfig => {
  const p = mode === 'dark' ? dark : light;
  const tint = (mode === 'light' ? pale : deep).colorPrimaryBg;
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.primary,
      colorInfo: p.primary,
      colorLink: p.primary,
      // The library's own lighter hover is too pale on a row that is hovered itself.
      colorLinkHover: p.accent,
      colorLinkActive: p.accent,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorError: p.error,
      colorBgBase: p.surface,
      colorBgLayout: p.page,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorText: p.text,
      colorTextSecondary: p.soft,
      colorTextTertiary: p.soft,
      colorTextDescription: p.soft,
      colorTextPlaceholder: p.soft,
      colorTextLightSolid: p.onPrimary,
      colorBorder: p.line,
      colorBorderSecondary: p.line,
      ...(mode === 'light' ? pale : deep),
      borderRadius: 3,
      borderRadiusLG: 4,
      fontFamily: sans,
      fontSize: 14,
      // The library's 0.65 leaves too little contrast to read what is being done.
      opacityLoading: 0.85,
      motion: !calm,
    },
    components: {
      Table: {
        headerBg: p.page,
        headerColor: p.soft,
        cellPaddingBlock: 9,
        cellPaddingInline: 12,
        headerBorderRadius: 0,
        rowHoverBg: p.page,
        rowSelectedBg: tint,
        rowSelectedHoverBg: tint,
      },
      Card: { headerFontSize: 15 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
};
