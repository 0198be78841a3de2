// Mantine in our measures. Its variables are written in look/mantine.css, since an inline style is forbidden on our pages.
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const accent = Array.from({ length: 10 }, (_, shade) => (shade < 3 ? "var(--accent-soft)" : "var(--accent)")) as unknown as MantineColorsTuple;

export const theme = createTheme({
  primaryColor: "accent",
  colors: { accent },
  fontFamily: "var(--font)",
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The lock on scrolling writes a style element; the console's page does not scroll anyway.
    Modal: { defaultProps: { lockScroll: false, centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 }, radius: "md" } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    // The placeholder that Mantine focuses first stands in the menu without being an item of it.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: "none", transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: "none", transitionProps: { duration: 80 } } },
    HoverCard: { defaultProps: { shadow: "none", openDelay: 200, transitionProps: { duration: 80 } } },
  },
});
