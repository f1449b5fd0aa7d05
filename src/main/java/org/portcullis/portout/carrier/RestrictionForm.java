package org.portcullis.portout.carrier;

import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.AddressRange;
import org.portcullis.web.http.Addresses;

/**
 * The form that says from where, and with what, a carrier may ask.
 *
 * @param typed the ranges as they were typed
 * @param ranges those of them that can be used
 * @param problems of the ranges
 * @param revision of the carrier when the form was made
 */
record RestrictionForm(String typed, List<AddressRange> ranges, RequiredProof proof, List<RangeProblem> problems,
        CarrierProblem proofProblem,
        int revision) {

    /** As many as the address can hold at which the form is found again. */
    private static final int MOST_RANGES = 30;

    /** What a browser sends. */
    static class Sent {

        @RestForm
        public String ranges;
        @RestForm
        public String proof;
        @RestForm
        public String revision;
    }

    /** What is wrong with a line, or with all of them together, which then is empty. */
    record RangeProblem(CarrierProblem problem, String line) {
    }

    /** @param typed and chosen before the password was asked for again, or null for what is so now */
    static RestrictionForm of(Carrier carrier, String typed, String chosen) {
        var ranges = typed == null && chosen == null ? carrier.addressRanges : typed == null ? "" : typed;
        return new RestrictionForm(ranges, List.of(), RequiredProof.byName(chosen).orElse(carrier.proof), List.of(),
                null, carrier.revision);
    }

    /**
     * @param hasCertificate whether one is registered for the carrier
     * @throws BadRequestException if it is no form of ours
     */
    static RestrictionForm checked(Sent sent, boolean hasCertificate) {
        var typed = sent.ranges == null ? "" : sent.ranges;
        var proof = RequiredProof.byName(sent.proof).orElseThrow(BadRequestException::new);
        var ranges = new LinkedHashSet<AddressRange>();
        var problems = new ArrayList<RangeProblem>();
        for (String line : List.of(typed.split("[\\s,;]+"))) {
            if (!line.isEmpty()) {
                AddressRange.read(line).ifPresentOrElse(range -> take(range, line, ranges, problems),
                        () -> problems.add(new RangeProblem(CarrierProblem.RANGE_UNREADABLE, line)));
            }
        }
        if (ranges.size() > MOST_RANGES) {
            problems.add(new RangeProblem(CarrierProblem.RANGES_TOO_MANY, ""));
        }
        return new RestrictionForm(typed, List.copyOf(ranges), proof, List.copyOf(problems),
                proof.isWithCertificate() && !hasCertificate ? CarrierProblem.CERTIFICATE_NEEDED : null,
                Parameters.version(sent.revision));
    }

    private static void take(AddressRange range, String line, LinkedHashSet<AddressRange> ranges,
            List<RangeProblem> problems) {
        if (range.isEverything()) {
            problems.add(new RangeProblem(CarrierProblem.RANGE_TOO_WIDE, line));
        } else {
            ranges.add(range);
        }
    }

    /** @return the form with what was typed, made anew after somebody else has changed the carrier */
    RestrictionForm overtaken(int now) {
        return new RestrictionForm(typed, ranges, proof,
                List.of(new RangeProblem(CarrierProblem.RESTRICTION_OVERTAKEN, "")), null, now);
    }

    /** @return where the form is with what was typed into it */
    String getAddress(String path) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("ranges", ranges.isEmpty() ? typed.strip()
                : String.join("\n", ranges.stream().map(AddressRange::toString).toList()));
        parameters.put("proof", proof.name());
        return Addresses.with(path, parameters);
    }

    boolean isValid() {
        return problems.isEmpty() && proofProblem == null;
    }

    public boolean isFailed() {
        return !isValid();
    }

    public List<RequiredProof> getProofs() {
        return List.of(RequiredProof.values());
    }
}
