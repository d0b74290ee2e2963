import type { RaThemeOptions } from "react-admin";
import { cssVariables } from "./css-variables";
import { type Mode, modeColors, tokens } from "./tokens";

/** MUI's theme for one mode: the tokens as they are, without ripple, capitals or elevation. */
export function muiTheme(mode: Mode): RaThemeOptions {
  const colors = modeColors(mode);
  const palette = tokens.mui.palette[mode];
  return {
    palette: { ...palette, mode },
    shape: tokens.mui.shape,
    spacing: tokens.mui.spacing,
    breakpoints: { values: tokens.breakpoints.mui },
    typography: tokens.mui.typography,
    components: {
      MuiCssBaseline: { styleOverrides: { ":root": cssVariables(mode) } },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true, variant: "outlined", color: "inherit" },
        styleOverrides: {
          root: {
            minHeight: tokens.size.control,
            padding: "0 12px",
            gap: 7,
            whiteSpace: "nowrap",
            lineHeight: "18px",
            transition: "background-color 120ms ease-out",
            "&.Mui-focusVisible": { outline: `2px solid ${colors.accent.focus}`, outlineOffset: 2 },
          },
          outlined: {
            borderColor: colors.line.button,
            backgroundColor: colors.surface.page,
            "&:hover": { backgroundColor: colors.surface.hover, borderColor: colors.line.button },
          },
          contained: {
            backgroundColor: colors.accent.main,
            color: colors.accent.on,
            fontWeight: 600,
            "&:hover": { backgroundColor: colors.accent.hover },
          },
          text: { color: colors.accent.main, padding: "0 6px" },
          sizeSmall: { minHeight: tokens.size.controlSmall, padding: "0 8px", fontSize: "0.75rem" },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
      MuiDialog: {
        styleOverrides: {
          paper: { boxShadow: tokens.elevation.dialog, border: `1px solid ${colors.line.hair}`, borderRadius: 4 },
        },
      },
      MuiMenu: {
        styleOverrides: {
          paper: { boxShadow: tokens.elevation.menu, border: `1px solid ${colors.line.hair}` },
          list: { padding: "4px 0" },
        },
      },
      MuiMenuItem: { styleOverrides: { root: { fontSize: "0.8125rem", minHeight: 32 } } },
      MuiBackdrop: { styleOverrides: { root: { transitionDuration: "0ms !important" } } },
    },
  };
}
