import { type Mode, modeColors } from "./tokens";

/** The custom properties that the style sheets read, for one mode. */
export function cssVariables(mode: Mode): Record<string, string> {
  const { surface, line, text, accent, state, chart } = modeColors(mode);
  const variables: Record<string, string> = {
    "--page": surface.page,
    "--sunken": surface.sunken,
    "--hover": surface.hover,
    "--selected": surface.selected,
    "--line": line.hair,
    "--line-button": line.button,
    "--line-control": line.control,
    "--ink": text.primary,
    "--ink-2": text.secondary,
    "--ink-3": text.tertiary,
    "--accent": accent.main,
    "--accent-hover": accent.hover,
    "--on-accent": accent.on,
    "--focus": accent.focus,
    "--track": chart.track,
    colorScheme: mode,
  };
  for (const [name, colors] of Object.entries(state)) {
    variables[`--${name}-fg`] = colors.text;
    variables[`--${name}-bg`] = colors.tint;
    variables[`--${name}-mark`] = colors.mark;
  }
  chart.categorical.forEach((color, index) => {
    variables[`--cat-${index + 1}`] = color;
  });
  chart.sequential.forEach(({ fill, text: on }, index) => {
    variables[`--heat-${index + 1}`] = fill;
    variables[`--heat-on-${index + 1}`] = on;
  });
  return variables;
}
