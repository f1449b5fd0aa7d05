package org.portcullis.order.draft;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.calendar.ClosedDay;
import org.portcullis.order.PortOrder;

/** What is missing before an order can be submitted, each item with the step where it is entered. */
public record Readiness(List<Gap> gaps) {

    /**
     * What is wrong at a step: with one field, or with what is no field.
     *
     * @param length of what was typed into the field, in characters
     * @param closed where the problem is the requested date: why no numbers move on it; else null
     */
    public record Gap(DraftStep step, FormField field, FieldProblem problem, int length, ClosedDay closed, Lack lack) {

        private static Gap of(DraftStep step, Lack lack) {
            return new Gap(step, null, null, 0, null, lack);
        }
    }

    /** What an order lacks beside its fields. */
    public enum Lack {
        NO_NUMBERS, ALL_MOVED, NUMBERS_CHANGED, NUMBERS_LOCKED, LETTER_MISSING, LETTER_VOID
    }

    static Readiness of(PortOrder order, FieldPolicy policy, Letters letters) {
        var gaps = new ArrayList<Gap>();
        var unfinished = UnfinishedField.of(order.id);
        for (DraftStep step : DraftStep.of(order)) {
            if (!step.fields(order).isEmpty()) {
                var form = policy.checked(OrderForm.of(step.fields(order), order, unfinished), order);
                form.problems().forEach((field, problem) -> gaps.add(
                        new Gap(step, field, problem, form.length(field),
                                field == FormField.REQUESTED_DATE ? form.closed() : null, null)));
            }
        }
        numbers(order).forEach(lack -> gaps.add(Gap.of(DraftStep.NUMBERS, lack)));
        if (order.isIn()) {
            var documents = DocumentsPage.of(order, letters);
            if (documents.letter() == null) {
                gaps.add(Gap.of(DraftStep.DOCUMENTS, Lack.LETTER_MISSING));
            } else if (documents.isVoid()) {
                gaps.add(Gap.of(DraftStep.DOCUMENTS, Lack.LETTER_VOID));
            }
        }
        return new Readiness(gaps);
    }

    private static List<Lack> numbers(PortOrder order) {
        if (order.getNumberCount() == 0) {
            return List.of(Lack.NO_NUMBERS);
        }
        // Numbers that were ported with this order need no check: they are with the right carrier already.
        var numbers = order.numbersToMove();
        if (numbers.isEmpty()) {
            return List.of(Lack.ALL_MOVED);
        }
        return NumberCheck.of(order, numbers).unportable().stream()
                .map(each -> each.reason() == NumberCheck.Reason.LOCKED ? Lack.NUMBERS_LOCKED : Lack.NUMBERS_CHANGED)
                .distinct().toList();
    }

    public boolean isReady() {
        return gaps.isEmpty();
    }

    /** @return what is wrong at one step */
    public List<Gap> at(DraftStep step) {
        return gaps.stream().filter(gap -> gap.step == step).toList();
    }
}
