package kz.adalkezek;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.server.journal.Journal;
import org.junit.jupiter.api.Test;

/// The borders of the house. A rule that is in the way is changed here, with its reason, and not
/// walked around.
final class ArchitectureTest {

    private static final String LOG = "kz.adalkezek.log..";
    private static final String QUEUE = "kz.adalkezek.queue..";
    private static final String CLOCKS = "kz.adalkezek.clocks..";
    private static final String AUDIT = "kz.adalkezek.audit..";
    private static final String FORECAST = "kz.adalkezek.forecast..";
    private static final String SERVER = "kz.adalkezek.server..";
    private static final String ROOM = "kz.adalkezek.server.";

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kz.adalkezek");

    @Test
    void theLogIsMathematics() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(LOG)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("kz.adalkezek..")
                                        .and(resideInAPackage(LOG).negate()))
                        .because("proofs must make sense to somebody who knows only the RFC"));
    }

    @Test
    void theLawNeedsNoServer() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(QUEUE)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("kz.adalkezek..")
                                        .and(resideInAnyPackage(QUEUE, LOG).negate()))
                        .because("an outsider must be able to replay a day"));
    }

    @Test
    void theAuditKnowsLogAndLawOnly() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(AUDIT)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("kz.adalkezek..")
                                        .and(
                                                resideInAnyPackage(AUDIT, CLOCKS, QUEUE, LOG)
                                                        .negate()))
                        .because(
                                "a verifier that shares code with the server shares its mistakes"));
    }

    @Test
    void theClocksKnowTheEventsOnly() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(CLOCKS)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("kz.adalkezek..")
                                        .and(resideInAnyPackage(CLOCKS, QUEUE).negate()))
                        .because("the verifier and the manager's figures must count the same"));
    }

    @Test
    void theForecastKnowsTheLawOnly() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(FORECAST)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("kz.adalkezek..")
                                        .and(resideInAnyPackage(FORECAST, QUEUE).negate()))
                        .because("a wait is the law run forward, in a branch or in a simulation"));
    }

    @Test
    void nothingThatIsDecidedDependsOnAForecast() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(LOG, QUEUE, CLOCKS, AUDIT, ROOM + "journal..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(FORECAST)
                        .because("a guess must never reach the log"));
    }

    @Test
    void logAndLawReadNoFileAndAskNobody() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(LOG, QUEUE, CLOCKS, FORECAST)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                        .because("the law is a function: what it reads stands in its arguments"));
    }

    @Test
    void timeIsGiven() {
        check(
                noClasses()
                        .that(resideInAPackage("kz.adalkezek..").and(simpleName("Main").negate()))
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Clock.class)
                        .because("a replay and a test decide what time it is"));
    }

    @Test
    void onlyMainMakesAClock() {
        check(
                noClasses()
                        .that(
                                resideInAPackage("kz.adalkezek..")
                                        .and(simpleName("Main").negate())
                                        .and(simpleName("Demo").negate()))
                        .should()
                        .callMethod(InstantSource.class, "system")
                        .because("who makes a clock of its own cannot be tested"));
    }

    @Test
    void theFilesOfABranchKnowWhatTheySay() {
        roomKnowsOnly(
                "files",
                "what is wrong in a file is found before anything is opened or asked",
                "branch",
                "voice");
    }

    @Test
    void theVoiceKnowsWordsOnly() {
        roomKnowsOnly("voice", "what is said follows from number, counter and language alone");
    }

    @Test
    void theJournalKnowsNoRoomAboveIt() {
        roomKnowsOnly("journal", "the truth on disk depends on nothing that may change more often");
    }

    @Test
    void theKeysKnowNoOtherRoom() {
        roomKnowsOnly("keys", "whoever signs is told nothing but what to sign");
    }

    @Test
    void theWriterKnowsTheJournalAndNothingAboveIt() {
        roomKnowsOnly(
                "branch", "one writer decides; HTTP, SQL and people come after it", "journal");
    }

    @Test
    void viewsKnowTheLawAndTheDatabase() {
        roomKnowsOnly("records", "a view can be dropped, so nothing that decides may know it");
    }

    @Test
    void theWebKnowsNoQueue() {
        roomKnowsOnly("web", "set-up, problems and languages serve every room alike");
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOM + "web..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(LOG, QUEUE, CLOCKS, FORECAST)
                        .because("set-up, problems and languages serve every room alike"));
    }

    @Test
    void theStaffRoomKnowsNoQueue() {
        roomKnowsOnly(
                "staff", "who is an operator has nothing to do with who is next", "records", "web");
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOM + "staff..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(LOG, QUEUE, CLOCKS, FORECAST)
                        .because("who is an operator has nothing to do with who is next"));
    }

    @Test
    void theEdgeIsTheOnlyRoomThatRoutesShare() {
        roomKnowsOnly(
                "edge", "it translates between HTTP and the writer", "branch", "staff", "web");
    }

    @Test
    void roomsOfRoutesKnowTheWriterAndNeverEachOther() {
        for (var room : new String[] {"visitor", "desk", "health"}) {
            roomKnowsOnly(
                    room,
                    "a change in one room of routes must not reach another",
                    "branch",
                    "journal",
                    "edge",
                    "staff",
                    "web");
        }
    }

    @Test
    void theKiosksRoomKeepsWhatTheyHaveConfirmed() {
        roomKnowsOnly(
                "intake",
                "a change in one room of routes must not reach another",
                "branch",
                "journal",
                "records",
                "edge",
                "staff",
                "web");
    }

    @Test
    void boardsAlsoKnowTheirVoice() {
        roomKnowsOnly(
                "board",
                "a change in one room of routes must not reach another",
                "branch",
                "journal",
                "edge",
                "staff",
                "voice",
                "web");
    }

    @Test
    void theManagersRoomKnowsTheFilesToo() {
        roomKnowsOnly(
                "manager",
                "what is published over HTTP is looked through as the files are",
                "branch",
                "files",
                "journal",
                "edge",
                "staff",
                "web");
    }

    @Test
    void playedPeopleKnowTheBranchAndNobodyKnowsThem() {
        roomKnowsOnly(
                "play",
                "who is played has no other door than everybody else; a log of played days is"
                        + " written as any other",
                "branch",
                "journal",
                "keys");
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOM + "*..")
                        .and()
                        .resideOutsideOfPackage(ROOM + "play..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOM + "play..")
                        .because("a branch must not know whether its people are real"));
    }

    @Test
    void theOpenLogNeedsNobodysToken() {
        roomKnowsOnly("openlog", "the public log is public", "branch", "journal", "web");
    }

    @Test
    void pagesShowNothingOfTheirOwn() {
        roomKnowsOnly(
                "pages", "a page is the same for everybody; what it shows it asks for", "web");
    }

    /// A played branch has a log and a writer of its own, in a process without a server.
    @Test
    void onlyTheWriterAppends() {
        check(
                noClasses()
                        .that(
                                resideInAPackage(SERVER)
                                        .and(
                                                resideInAnyPackage(
                                                                ROOM + "branch..",
                                                                ROOM + "journal..",
                                                                ROOM + "play..")
                                                        .negate()))
                        .should()
                        .callMethod(Journal.class, "append", Entry.class)
                        .orShould()
                        .callMethod(Journal.class, "commit")
                        .because("two writers will one day disagree"));
    }

    @Test
    void onlyTheWriterDecides() {
        check(
                noClasses()
                        .that(
                                resideInAPackage(SERVER)
                                        .and(
                                                resideInAnyPackage(
                                                                ROOM + "branch..", ROOM + "play..")
                                                        .negate()))
                        .should()
                        .callMethodWhere(target(owner(type(Rules.class))))
                        .because("two places that decide will one day disagree"));
    }

    @Test
    void packagesHaveNoCircles() {
        check(
                SlicesRuleDefinition.slices()
                        .matching("kz.adalkezek.(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("a circle of packages is one package with more names"));
    }

    @Test
    void databasesAreKnownInOnePlace() {
        check(
                noClasses()
                        .that(
                                resideInAPackage("kz.adalkezek..")
                                        .and(resideInAPackage(ROOM + "records..").negate()))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.zaxxer.hikari..", "org.h2..")
                        .because("durability of a commit is subtle and is settled once"));
    }

    @Test
    void nothingIsStaticThatChanges() {
        check(
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("kz.adalkezek..")
                        .should()
                        .beFinal()
                        .because("state has an owner, and a static field has none"));
    }

    @Test
    void nothingIsMadeByAContainer() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework.context..",
                                "org.springframework.beans..",
                                "jakarta.persistence..",
                                "jakarta.inject..",
                                "javax.inject..")
                        .because("Main makes every object, in reading order"));
    }

    @Test
    void classesAreFinalOrSealed() {
        check(
                classes()
                        .that()
                        .areNotInterfaces()
                        .and()
                        .areNotAnonymousClasses()
                        .and()
                        .areNotEnums()
                        .should()
                        .haveModifier(JavaModifier.FINAL)
                        .because("what may be extended is designed for it, and here nothing is"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Helper|Util|Utils|Manager)$")
                        .orShould()
                        .resideInAnyPackage(
                                "..util..", "..common..", "..shared..", "..exceptions..")
                        .because("a thing lives where it is used, under the noun of its law"));
    }

    /// A room of the server may know the core and these other rooms.
    private static void roomKnowsOnly(String room, String reason, String... others) {
        var known = resideInAnyPackage(ROOM + room + "..");
        for (var other : others) {
            known = known.or(resideInAnyPackage(ROOM + other + ".."));
        }
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOM + room + "..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(SERVER).and(known.negate()))
                        .because(reason));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    static {
        // An import that finds nothing would keep every rule.
        if (HOUSE.that(alwaysTrue()).isEmpty()) {
            throw new IllegalStateException("no class of the house was found");
        }
    }
}
