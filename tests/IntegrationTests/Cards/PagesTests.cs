using System.Net;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Cards;

[Collection(SharedPortal.Name)]
public class PagesTests(PortalFixture portal)
{
    [Fact]
    public async Task A_cardholder_sees_their_own_cards_and_no_others()
    {
        using var omar = await portal.SignedInAsync("omar@demo.test");

        var page = await omar.GetAsync("/");

        page.ShouldContain(DemoSeed.OmarVirtual);
        page.ShouldContain(DemoSeed.OmarShipping);
        page.ShouldContain("On its way");
        page.ShouldContain("KWD");
        page.ShouldNotContain("ic_1SandboxJenny");
        page.ShouldNotContain("ic_1SandboxClaire");
    }

    [Fact]
    public async Task Somebody_without_a_card_is_told_what_to_do()
    {
        using var nia = await portal.SignedInAsync("nia@demo.test");

        (await nia.GetAsync("/")).ShouldContain("No cards yet");
    }

    [Fact]
    public async Task An_admin_sees_every_card_of_their_account_and_of_no_other()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        (await lea.GetAsync("/")).ShouldContain("Lumi&#xE8;re Voyages");

        var page = await lea.GetAsync($"/cards?account={DemoSeed.Lumiere}");

        foreach (var card in new[
            ] { DemoSeed.ClaireVirtual, DemoSeed.ClairePhysical, DemoSeed.LucExpiring, DemoSeed.LucStolen, DemoSeed.LucReplacement })
            page.ShouldContain(card);
        page.ShouldNotContain("ic_1SandboxJenny");
        await lea.GetAsync($"/cards?account={DemoSeed.Platform}", HttpStatusCode.NotFound);
        await lea.GetAsync("/cards?account=nonsense", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_of_an_account_goes_on_after_the_card_it_is_told()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");

        var page = await lea.GetAsync($"/cards?sort=oldest&after={DemoSeed.ClaireVirtual}");

        page.ShouldNotContain("\"/cards/" + DemoSeed.ClaireVirtual);
        page.ShouldContain(DemoSeed.LucExpiring);
        await lea.GetAsync("/cards?after=nonsense", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_cursor_at_something_of_another_account_is_like_one_at_nothing()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");

        foreach (var path in new[] { "/cards?after=", "/cards?sort=oldest&after=", "/cards?sort=name&after=", "/cards?sort=last4&after=" })
        {
            await lea.GetAsync(path + DemoSeed.JennyVirtual, HttpStatusCode.BadRequest);
            await lea.GetAsync(path + "ic_1Nothing", HttpStatusCode.BadRequest);
        }

        await lea.GetAsync("/cardholders?after=" + DemoSeed.Jenny, HttpStatusCode.BadRequest);
        await lea.GetAsync("/cardholders?after=ich_1Nothing", HttpStatusCode.BadRequest);
        await lea.GetAsync($"/cards/{DemoSeed.ClaireVirtual}?before=iauth_1Nothing", HttpStatusCode.BadRequest);
        (await lea.GetAsync("/cardholders?after=" + DemoSeed.Claire)).ShouldContain(DemoSeed.Luc);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/audit")]
    [InlineData("POST", "/cards")]
    [InlineData("POST", "/cards/" + DemoSeed.JennyVirtual + "?handler=Bogus")]
    [InlineData("PUT", "/cards/" + DemoSeed.JennyVirtual + "/controls")]
    [InlineData("DELETE", "/events")]
    [InlineData("TRACE", "/events")]
    public async Task A_method_that_a_page_does_not_have_is_refused(string method, string path)
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("RequestVerificationToken", admin.Token);

        using var response = await admin.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_last_day_of_the_calendar_is_a_day_to_search_until()
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");

        await admin.GetAsync("/audit?to=9999-12-31");
    }

    [Theory]
    [InlineData("/cards/" + DemoSeed.OmarVirtual)]
    [InlineData("/cards/" + DemoSeed.ClaireVirtual)]
    [InlineData("/cards/ic_1DoesNotExist")]
    [InlineData("/cards/nonsense")]
    [InlineData("/cards/ic_%01")]
    [InlineData("/cards/ic_%C3%BC")]
    [InlineData("/nothing-here")]
    [InlineData("/Identity/Account/Register")]
    public async Task What_one_may_not_see_is_not_there(string path)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        (await jenny.GetAsync(path, HttpStatusCode.NotFound)).ShouldContain("Not found");
    }

    [Fact]
    public async Task A_refused_read_is_audited_with_the_person()
    {
        using var nia = await portal.SignedInAsync("nia@demo.test");

        await nia.GetAsync("/cards/" + DemoSeed.OmarVirtual, HttpStatusCode.NotFound);
        await nia.GetAsync("/cards/ic_1DoesNotExistAtAll", HttpStatusCode.NotFound);

        foreach (var card in new[] { DemoSeed.OmarVirtual, "ic_1DoesNotExistAtAll" })
        {
            var line = portal.Audit(card).Last(l => l.Actor == "nia@demo.test");
            (line.Action, line.Outcome, line.Reason, line.Account).ShouldBe(("access.view", "Denied", "not_found", null));
        }
    }

    [Theory]
    [InlineData("jenny@demo.test", DemoSeed.JennyCanceled, "This card was canceled because it was lost.")]
    [InlineData("lea@demo.test", DemoSeed.LucStolen, "This card was canceled because it was stolen.")]
    public async Task A_canceled_cards_page_says_why_and_loads_nothing_of_Stripe(string email, string card, string why)
    {
        using var person = await portal.SignedInAsync(email);

        var page = await person.GetAsync("/cards/" + card);

        page.ShouldContain(why);
        page.ShouldNotContain("card-details.js");
        page.ShouldNotContain("show-details");
    }

    [Fact]
    public async Task A_frozen_card_is_marked_and_still_offers_its_details()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        var page = await jenny.GetAsync("/cards/" + DemoSeed.JennyFrozen);

        page.ShouldContain("This card is frozen.");
        page.ShouldContain("data-elements=\"number expiry cvc\"");
    }

    [Fact]
    public async Task Pressing_sign_out_after_the_session_has_ended_leads_home()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var answer = await jenny.Http.GetAsync("/sign-out");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_field_that_is_wrong_keeps_its_looks()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var form = await jenny.FormAsync($"/cards/{DemoSeed.JennyVirtual}/cancel", "Confirmation");

        var page = (await jenny.SendAsync(form.With("Confirmation", "12"))).Body;

        page.ShouldNotContain("TagHelper");
        page.ShouldMatch("class=\"[^\"]*\\bshort\\b[^\"]*\"");
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 14)]
    [InlineData("Pacific/Pago_Pago", -11)]
    public async Task The_audit_log_is_searched_by_days_of_the_persons_own(string zone, int hours)
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var day = portal.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(hours))
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/audit?action=session.sign_in&from={day}&to={day}");
        request.Headers.Add("Cookie", ada.Cookies + "; cleanissuing.zone=" + Uri.EscapeDataString(zone));
        using var plain = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = portal.Origin };

        using var response = await plain.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain("signed in as");
    }

    [Fact]
    public async Task A_physical_cards_page_offers_expiry_and_PIN_and_says_where_the_number_is()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        var page = await jenny.GetAsync("/cards/" + DemoSeed.JennyPhysical);

        page.ShouldContain("data-elements=\"expiry\"");
        page.ShouldContain("data-betas=\"issuing_add_to_wallet_button_element_1\"");
        page.ShouldContain("printed on the card itself");
    }

    [Fact]
    public async Task A_connected_accounts_page_starts_Stripe_js_for_that_account()
    {
        using var yuki = await portal.SignedInAsync("yuki@demo.test");

        var page = await yuki.GetAsync("/cards/" + DemoSeed.YukiVirtual);

        page.ShouldContain($"data-stripe-account=\"{DemoSeed.Sakura}\"");
        page.ShouldContain("data-betas=\"issuing_add_to_wallet_button_element_1 issuing_elements_2\"");
    }

    [Theory]
    [InlineData("/frames/element")]
    [InlineData("/connect/frame")]
    public async Task The_sandboxs_frames_stand_in_pages_of_this_machine_alone(string frame)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(portal.Sandbox.Origin, frame));

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy[policy.IndexOf("frame-ancestors", StringComparison.Ordinal)..]
            .ShouldBe("frame-ancestors http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*");
    }

    [Fact]
    public async Task What_was_done_is_told_once_and_in_a_small_cookie()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var answer = await ada.Http.PostAsync(
            $"/cards/{card}/controls", (await ada.FormAsync($"/cards/{card}/controls", "LimitAmount")).With("CategoriesMode", "block")
                .With("Categories", [.. MerchantCategories.All.Select(c => c.Code)]).With("action", "save").Content);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Length <= 1024);
        (await ada.GetAsync("/cards/" + card)).ShouldContain("id=\"done\"");
        (await ada.GetAsync("/cards/" + card)).ShouldNotContain("id=\"done\"");
    }

    [Fact]
    public async Task Cards_that_cannot_be_changed_together_are_offered_in_groups()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var page = await ada.GetAsync($"/controls?card={DemoSeed.JennyVirtual}&card={DemoSeed.JennyPhysical}&card={DemoSeed.OmarVirtual}");

        page.ShouldContain("2 cards in USD");
        page.ShouldContain("1 card in KWD");
        page.ShouldNotContain("id=\"controls\"");
        // The first of the groups leads to the editor of its cards.
        var group = WebForm.Read(page, "/controls", "card");
        var (status, editor) = await ada.SendAsync(group, "choose");
        status.ShouldBe(HttpStatusCode.OK);
        WebForm.Read(editor, "/controls", "LimitAmount").All("card").ShouldBe(group.All("card"));
        editor.ShouldContain("id=\"controls\"");
    }

    [Fact]
    public async Task No_page_holds_card_data_or_a_secret_key()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var numbers = CardNumbers.For(DemoSeed.JennyVirtual);

        foreach (var path in new[] { "/", "/cards/" + DemoSeed.JennyVirtual })
        {
            var page = await jenny.GetAsync(path);
            page.Replace(" ", "").ShouldNotContain(numbers.Number);
            page.ShouldNotContain(StripeSandbox.Sandbox.SecretKey);
        }
    }

    [Fact]
    public async Task Only_the_cards_page_may_load_Stripe_and_no_page_may_run_inline_script()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var stripe = portal.Sandbox.Origin.GetLeftPart(UriPartial.Authority);

        var home = await PolicyAsync("/");
        var card = await PolicyAsync("/cards/" + DemoSeed.JennyVirtual);
        var missing = await PolicyAsync("/cards/ic_1DoesNotExist");

        home.ShouldNotContain(stripe);
        card.ShouldContain($"script-src 'self' {stripe}");
        card.ShouldContain($"frame-src {stripe}");
        foreach (var policy in new[] { home, card, missing })
        {
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
        }

        async Task<string> PolicyAsync(string path)
        {
            using var response = await jenny.Http.GetAsync(path);
            return string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        }
    }
}
