import { useRoute } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { nextTick, onMounted, watch } from "vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  setup() {
    const route = useRoute();
    // The theme's first page lacks the landmark that screen readers jump to.
    const mark = () => document.querySelector(".VPHome")?.setAttribute("role", "main");
    onMounted(mark);
    watch(
      () => route.path,
      () => nextTick(mark),
    );
  },
};
