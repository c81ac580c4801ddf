using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.UnitTests.CardDetails;

public class MayRevealCardDetailsTests
{
    private static readonly CardId Card = CardId.Parse("ic_1");

    [Theory]
    [InlineData(StepUpScope.AllDetails, false, false)]
    [InlineData(StepUpScope.AllDetails, true, true)]
    [InlineData(StepUpScope.Pin, false, true)]
    [InlineData(StepUpScope.Off, false, true)]
    public async Task The_number_wants_a_fresh_proof_where_the_account_says_so(StepUpScope scope, bool isFresh, bool isAllowed) =>
        (await DecideAsync(RevealedDetails.Card, new StepUpState(scope, false, isFresh, HasSecondFactor: true, null))).ShouldBe(
            isAllowed ? null : RefusalReason.StepUpRequired);

    [Theory]
    [InlineData(StepUpScope.AllDetails)]
    [InlineData(StepUpScope.Pin)]
    public async Task A_PIN_wants_a_fresh_proof_for_this_very_card(StepUpScope scope)
    {
        (await DecideAsync(RevealedDetails.Pin, new StepUpState(scope, true, true, true, Card))).ShouldBeNull();
        (await DecideAsync(RevealedDetails.Pin, new StepUpState(scope, true, true, true, CardId.Parse("ic_2"))))
            .ShouldBe(RefusalReason.StepUpRequired);
        (await DecideAsync(RevealedDetails.Pin, new StepUpState(scope, true, true, true, null))).ShouldBe(RefusalReason.StepUpRequired);
        (await DecideAsync(RevealedDetails.Pin, new StepUpState(scope, true, false, true, Card))).ShouldBe(RefusalReason.StepUpRequired);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public async Task Without_step_up_a_PIN_still_wants_a_second_factor(bool signedInWithOne, bool isFresh, bool isAllowed) =>
        (await DecideAsync(RevealedDetails.Pin, new StepUpState(StepUpScope.Off, false, isFresh, signedInWithOne, null))).ShouldBe(
            isAllowed ? null : RefusalReason.StepUpRequired);

    [Theory]
    [InlineData(false, RefusalReason.Forbidden)]
    [InlineData(true, null)]
    public async Task An_admin_sees_no_PIN_unless_the_account_says_so(bool adminsSeePins, RefusalReason? refusal) =>
        (await DecideAsync(
            RevealedDetails.Pin, new StepUpState(StepUpScope.Pin, adminsSeePins, true, true, Card), isCardholder: false)).ShouldBe(refusal);

    [Fact]
    public async Task An_admin_who_is_the_cardholder_sees_their_own() =>
        (await DecideAsync(
            RevealedDetails.Pin, new StepUpState(StepUpScope.Pin, false, true, true, Card), isCardholder: true)).ShouldBeNull();

    private static async Task<RefusalReason?> DecideAsync(RevealedDetails what, StepUpState state, bool isCardholder = true)
    {
        var decision = await new MayRevealCardDetails(Card, what).DecideAsync(
            Actor.Person("u", "u@demo.test"), new Access(state, isCardholder), CancellationToken.None);
        return decision.Refusal?.Reason;
    }

    private sealed class Access(StepUpState state, bool isCardholder) : IAccessReader
    {
        private static readonly AccountId Account = AccountId.Parse("acct_1");

        public Task<CardRelationship?> FindCardRelationshipAsync(string userId, CardId card, CancellationToken cancellationToken) =>
            Task.FromResult<CardRelationship?>(new CardRelationship(Account, null, isCardholder, IsAdmin: true));

        public StepUpState GetStepUp(AccountId account) => state;

        public Task<CardId?> FindCardOfAsync(AuthorizationId purchase, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> IsAdminAsync(string userId, AccountId account, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> IsPlatformAdminAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<AccountId>> ListAdministeredAccountsAsync(string userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IReadOnlyList<SeenAccount> ListSeenAccounts() => throw new NotSupportedException();

        public Task<IReadOnlyList<AccountId>> ListVisibleAccountsAsync(string userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<string?> FindNameAsync(string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CardholderId>> ListOwnCardholdersAsync(string userId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
