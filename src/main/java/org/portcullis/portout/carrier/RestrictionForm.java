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
 * The form of a carrier's restrictions.
 *
 * @param typed the ranges as entered
 * @param ranges the valid ones
 * @param problems of the ranges
 * @param revision of the carrier when the form was made
 */
record RestrictionForm(String typed, List<AddressRange> ranges, RequiredProof proof, List<RangeProblem> problems,
        CarrierProblem proofProblem,
        int revision) {

    /** As many as fit into the form's address. */
    private static final int MOST_RANGES = 30;

    /** The submitted fields. */
    static class Sent {

        @RestForm
        public String ranges;
        @RestForm
        public String proof;
        @RestForm
        public String revision;
    }

    /** A problem of a line, or of all lines together; then the line is empty. */
    record RangeProblem(CarrierProblem problem, String line) {
    }

    /** @param typed and chosen as entered before the password was asked for again, or null for the current values */
    static RestrictionForm of(Carrier carrier, String typed, String chosen) {
        var ranges = typed == null && chosen == null ? carrier.addressRanges : typed == null ? "" : typed;
        return new RestrictionForm(ranges, List.of(), RequiredProof.byName(chosen).orElse(carrier.proof), List.of(),
                null, carrier.revision);
    }

    /**
     * @param hasCertificate whether the carrier has a registered certificate
     * @throws BadRequestException if the portal did not make this form
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

    /** @return the form with the entered values, for the new revision, after another user has changed the carrier */
    RestrictionForm overtaken(int now) {
        return new RestrictionForm(typed, ranges, proof,
                List.of(new RangeProblem(CarrierProblem.RESTRICTION_OVERTAKEN, "")), null, now);
    }

    /** @return the address of the form with the entered values */
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
