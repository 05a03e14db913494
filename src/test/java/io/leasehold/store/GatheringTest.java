package io.leasehold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final List<List<String>> trips = new ArrayList<>();
    private final List<UniEmitter<? super List<String>>> underWay = new ArrayList<>();

    private Uni<List<String>> travel(List<String> questions) {
        trips.add(questions);
        return Uni.createFrom().emitter(underWay::add);
    }

    private Gathering<String, String> gathering(int lanes, int most) {
        return new Gathering<>(lanes, most, this::travel);
    }

    private CompletableFuture<String> ask(Gathering<String, String> gathering, String question) {
        return gathering.ask(question).subscribeAsCompletionStage();
    }

    private void answer(int trip) {
        underWay.get(trip).complete(trips.get(trip).stream().map(q -> "to " + q).toList());
    }

    @Test
    void aQuestionThatFindsAFreeLaneTravelsAlone() {
        // Given
        Gathering<String, String> gathering = gathering(1, 10);

        // When
        CompletableFuture<String> a = ask(gathering, "a");
        answer(0);

        // Then
        assertEquals("to a", a.join());
        assertEquals(List.of(List.of("a")), trips);
    }

    @Test
    void questionsAskedMeanwhileTravelTogetherAndGetTheirOwnAnswers() {
        // Given
        Gathering<String, String> gathering = gathering(1, 10);
        ask(gathering, "a");
        CompletableFuture<String> b = ask(gathering, "b");
        CompletableFuture<String> c = ask(gathering, "c");

        // When
        answer(0);
        answer(1);

        // Then
        assertEquals(List.of(List.of("a"), List.of("b", "c")), trips);
        assertEquals("to b", b.join());
        assertEquals("to c", c.join());
    }

    @Test
    void aRoundTripBeginsAfterItsQuestionsWereAsked() {
        // Given
        Gathering<String, String> gathering = gathering(1, 10);
        ask(gathering, "a");

        // When
        CompletableFuture<String> again = ask(gathering, "a");
        answer(0);

        // Then
        assertTrue(!again.isDone(), "an answer older than its question was given");
        answer(1);
        assertEquals("to a", again.join());
    }

    @Test
    void noMoreTravelTogetherThanAllowed() {
        // Given
        Gathering<String, String> gathering = gathering(1, 2);
        for (String question : List.of("a", "b", "c", "d")) {
            ask(gathering, question);
        }

        // When
        answer(0);
        answer(1);

        // Then
        assertEquals(List.of(List.of("a"), List.of("b", "c"), List.of("d")), trips);
    }

    @Test
    void asManyAreUnderWayAsThereAreLanes() {
        // Given
        Gathering<String, String> gathering = gathering(2, 10);

        // When
        for (String question : List.of("a", "b", "c", "d")) {
            ask(gathering, question);
        }

        // Then
        assertEquals(List.of(List.of("a"), List.of("b")), trips);
    }

    @Test
    void aFailureIsOfThoseWhoTravelledAndFreesTheLane() {
        // Given
        Gathering<String, String> gathering = gathering(1, 10);
        CompletableFuture<String> a = ask(gathering, "a");
        CompletableFuture<String> b = ask(gathering, "b");

        // When
        underWay.get(0).fail(new IllegalStateException("gone"));
        answer(1);

        // Then
        assertThrows(CompletionException.class, a::join);
        assertEquals("to b", b.join());
    }

    @Test
    void aRoundTripThatCannotBeginFailsItsQuestions() {
        // Given
        Gathering<String, String> gathering = new Gathering<>(1, 10, questions -> {
            throw new IllegalStateException("no connection");
        });

        // When
        CompletableFuture<String> a = ask(gathering, "a");
        CompletableFuture<String> b = ask(gathering, "b");

        // Then
        assertThrows(CompletionException.class, a::join);
        assertThrows(CompletionException.class, b::join);
    }
}
