package kz.adalkezek.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// A browser without a screen, with an empty profile of its own. Whatever is asked of a page waits
/// until the page shows it; what it never shows fails with a picture of what it shows instead.
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long LOOK_MS = 50;
    private static final long TOUCH_MS = 500;

    private final ChromeDriver driver;
    private final Path folder;

    /// @param folder for the profile; its name names the picture of a failure in `target/road`
    Chromium(Path folder, int width, int height) throws IOException {
        this(folder, width, height, "no-user-gesture-required");
    }

    /// @param autoplay the policy by which pages may sound
    Chromium(Path folder, int width, int height, String autoplay) throws IOException {
        this.folder = Files.createDirectories(folder);
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=" + autoplay,
                "--force-device-scale-factor=1",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + "," + height);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .usingAnyFreePort()
                        .withLogFile(folder.resolve("chromedriver.log").toFile())
                        .build();
        driver = new ChromeDriver(service, options);
        size(width, height);
    }

    /// The page itself gets this size, whatever a window would take away.
    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String url) {
        driver.get(url);
    }

    void reload() {
        driver.navigate().refresh();
    }

    /// Another tab, which is then the one that is asked.
    ///
    /// @return its name for [#tab]
    String newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        return driver.getWindowHandle();
    }

    String tab() {
        return driver.getWindowHandle();
    }

    void tab(String name) {
        driver.switchTo().window(name);
    }

    /// Clicks as soon as it is there and may be clicked.
    void click(String css) {
        await(
                css,
                element -> {
                    if (!element.isDisplayed() || !element.isEnabled()) {
                        return false;
                    }
                    element.click();
                    return true;
                });
    }

    /// Clicks as people touch glass: not at once after the touch before, which a kiosk takes for a
    /// trembling finger.
    void touch(String css) {
        settle();
        click(css);
    }

    /// The time in which nobody touches.
    void settle() {
        pause(TOUCH_MS);
    }

    void type(String css, String text) {
        await(
                css,
                element -> {
                    element.clear();
                    element.sendKeys(text);
                    return true;
                });
    }

    /// A key wherever the focus is.
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(Keys.chord(keys));
    }

    WebElement see(String css) {
        return await(css, WebElement::isDisplayed);
    }

    void see(String css, String text) {
        await(css, element -> element.isDisplayed() && element.getText().contains(text));
    }

    void notSee(String css) {
        awaiting("no " + css, () -> driver.findElements(By.cssSelector(css)).isEmpty());
    }

    String attribute(String css, String name) {
        return String.valueOf(see(css).getDomAttribute(name));
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    Object script(String javascript) {
        return driver.executeScript(javascript);
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /// As if the network cable were pulled, for this tab.
    void network(boolean there) {
        command("Network.enable", Map.of());
        command(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", !there,
                        "latency", 0,
                        "downloadThroughput", -1,
                        "uploadThroughput", -1));
    }

    /// As if the processor were so many times slower, for this tab.
    void slow(int times) {
        command("Emulation.setCPUThrottlingRate", Map.of("rate", times));
    }

    /// Runs in every page of this tab from now on, before its own.
    void beforePages(String javascript) {
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", javascript));
    }

    /// As if it had never seen any page.
    void forgetFiles() {
        command("Network.clearBrowserCache", Map.of());
    }

    /// What the page has complained about so far, less what was to be expected.
    List<String> complaints(Predicate<String> expected) {
        var complaints = new ArrayList<String>();
        for (var entry : driver.manage().logs().get(LogType.BROWSER)) {
            var message = entry.getMessage();
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !expected.test(message)) {
                complaints.add(message);
            }
        }
        return complaints;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    private WebElement await(String css, Predicate<WebElement> good) {
        var found = new ArrayList<WebElement>();
        awaiting(
                css,
                () -> {
                    for (var element : driver.findElements(By.cssSelector(css))) {
                        if (good.test(element)) {
                            found.add(element);
                            return true;
                        }
                    }
                    return false;
                });
        return found.getFirst();
    }

    private interface Look {
        boolean isGood();
    }

    private void awaiting(String what, Look look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!glance(look)) {
            if (System.nanoTime() > deadline) {
                fail(what);
            }
            pause(LOOK_MS);
        }
    }

    /// A page that redraws itself under the look is looked at again.
    private static boolean glance(Look look) {
        try {
            return look.isGood();
        } catch (StaleElementReferenceException | InvalidElementStateException _) {
            return false;
        }
    }

    private void fail(String what) {
        var picture = Path.of("target", "road", folder.getFileName() + "-failure.png");
        try {
            Files.createDirectories(picture.getParent());
            Files.write(picture, picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(String.valueOf(script("return document.body.innerText")))
                .as(
                        "%s at %s; %s; a picture is at %s",
                        what, driver.getCurrentUrl(), complaints(_ -> false), picture)
                .contains("never shown: " + what);
    }

    private static void pause(long ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was awaited", e);
        }
    }
}
