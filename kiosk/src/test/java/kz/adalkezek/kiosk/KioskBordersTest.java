package kz.adalkezek.kiosk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class KioskBordersTest {

    private static final JavaClasses KIOSK =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kz.adalkezek.kiosk");

    @Test
    void decidesNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("kz.adalkezek.queue.Rules")
                .because("two places that decide will one day disagree")
                .check(KIOSK);
    }

    @Test
    void knowsNothingOfTheServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kz.adalkezek.server..")
                .because("the kiosk speaks with the branch over HTTP alone")
                .check(KIOSK);
    }

    @Test
    void printsWithoutKnowingTheSimulator() {
        noClasses()
                .that()
                .resideInAPackage("..kiosk.print..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..kiosk.sim..")
                .because("a printer is a device, whoever made it")
                .check(KIOSK);
    }

    @Test
    void simulatesWithoutKnowingThePrinting() {
        noClasses()
                .that()
                .resideInAPackage("..kiosk.sim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..kiosk.print..")
                .because("who grades the bytes must not share a mistake with who wrote them")
                .check(KIOSK);
    }

    @Test
    void carriesBytesWithoutKnowingForWhom() {
        knowsOnly("serial", "a wire does not read what goes over it");
    }

    @Test
    void asksTheBranchWithoutKnowingWhatForAndWithWhat() {
        knowsOnly("link", "who asks must not matter for how an answer is read", "disk");
    }

    @Test
    void knowsOnlyWhatItNeedsForHoursWithoutTheBranch() {
        knowsOnly("disk", "a file is a file, whatever is in it");
        knowsOnly("enrol", "a key signs whatever it is given", "disk");
        knowsOnly(
                "offline",
                "numbers are given without a page and a printer",
                "disk",
                "enrol",
                "link");
        knowsOnly("witness", "who watches the log asks nobody else", "disk", "link");
    }

    @Test
    void tellsHowThePartsAreWithoutKnowingWhoLooks() {
        knowsOnly("report", "every part tells by the same door", "link", "print");
    }

    @Test
    void tellsTheBoardsWithoutKnowingWhoElseAsks() {
        knowsOnly("led", "a board shows what the branch says, whoever touches", "link", "serial");
    }

    @Test
    void movesPinsWithoutKnowingWhatFollows() {
        knowsOnly("gpio", "a lamp says what it is told, a button that it is pressed");
    }

    @Test
    void readsCodesWithoutKnowingWhoShowsThem() {
        knowsOnly("scan", "a code means the same by wire and by keys", "link", "serial");
    }

    @Test
    void typesForAnOperatorWithoutKnowingTheHall() {
        knowsOnly("pad", "a key is a request like any other", "link", "serial");
    }

    @Test
    void keepsPi4jInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Pi4jPins")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.pi4j..")
                .because("the next version of it is another one")
                .check(KIOSK);
    }

    @Test
    void simulatesBoardsWithoutKnowingWhoWrites() {
        noClasses()
                .that()
                .resideInAPackage("..kiosk.sim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..kiosk.led..")
                .because("who grades the bytes must not share a mistake with who wrote them")
                .check(KIOSK);
    }

    @Test
    void runsErrandsWithoutKnowingAPage() {
        knowsOnly(
                "errand",
                "an errand goes on when the page is gone",
                "disk",
                "link",
                "offline",
                "print");
    }

    @Test
    void onlyThePageOfTheSimulatorAndTheWiringKnowIt() {
        knowsOnly(
                "touch",
                "the page shows errands and shows them only",
                "errand",
                "gpio",
                "link",
                "print",
                "scan",
                "sim");
        noClasses()
                .that()
                .resideInAPackage("..kiosk.touch..")
                .and()
                .haveSimpleNameNotStartingWith("Sim")
                .and()
                .doNotHaveSimpleName("TouchPage")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..kiosk.sim..")
                .because("a touch page that knows its printer to be simulated is not tested by it")
                .check(KIOSK);
    }

    /// A room of the kiosk may know the core and these other rooms.
    private static void knowsOnly(String room, String reason, String... others) {
        var known = resideInAPackage("..kiosk." + room + "..");
        for (var other : others) {
            known = known.or(resideInAPackage("..kiosk." + other + ".."));
        }
        noClasses()
                .that()
                .resideInAPackage("..kiosk." + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("kz.adalkezek.kiosk..").and(DescribedPredicate.not(known)))
                .because(reason)
                .check(KIOSK);
    }

    @Test
    void keepsTheOldDriverInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kiosk.serial..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jssc..")
                .because("its traps are known in one place")
                .check(KIOSK);
    }
}
